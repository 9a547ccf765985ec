"""When it happens: the flows, the watcher, the forms and the command line; the only room with a clock."""
