"""Sessions as FIT files, the format of watches and of the services that read them."""
