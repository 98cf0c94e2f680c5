"""Who speaks: recordings or an engine, and the clips that they give."""
