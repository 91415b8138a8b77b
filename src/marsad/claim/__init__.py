"""Stage *claims*: who says what, with which verb and stance, and how far it reaches."""
