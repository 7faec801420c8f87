"""What can go wrong on the way out."""


class ShareFault(Exception):
    """One fault of the person's input or machine: a text key of `share.po` and its parameters."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params
