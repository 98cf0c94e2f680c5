"""The stage: the page that the athlete sees from the mat during a session."""
