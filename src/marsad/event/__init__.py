"""Stage *events*: triggers, roles by frame, status, losses and confidence."""
