"""What builds and looks after the repository; not part of the package."""
