"""Learn: short cards about the leg, shoes, surfaces and first aid."""
