package org.ketamineregistry.practice;

import java.time.Instant;

/**
 * Poor practice, found.
 *
 * @param rule which rule is not met
 * @param subject the registry's id of the resource that does not meet it
 * @param subjectType that resource's type
 * @param at when it happened; of something overdue, since when it is
 * @param detail what in particular, in codes of the rule set; empty where the rule says it all
 */
public record Finding(Rule rule, String subject, String subjectType, Instant at, String detail) {}
