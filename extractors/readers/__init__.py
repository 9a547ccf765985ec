"""One reader a format: bytes in, Document out. Nothing here touches the disk, the clock or the network."""
