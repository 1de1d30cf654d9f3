package dev.wellknown.examine;

/** One relation to one target. */
public record Statement(String relation, StatementTarget target) {}
