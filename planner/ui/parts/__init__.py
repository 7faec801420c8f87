"""What several screens show: headings, choices, sliders, reasons, messages."""
