package org.kpisuite.domain.plan;

import java.time.Instant;

/**
 * Somebody who acts on a plan, at an instant.
 *
 * @param authMethod how they signed in: PASSWORD, TOKEN or BOOTSTRAP
 */
public record Signing(String login, Instant at, String authMethod) {}
