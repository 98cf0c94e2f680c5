"""YAML that anybody may have written: its text, its tree, and its faults."""
