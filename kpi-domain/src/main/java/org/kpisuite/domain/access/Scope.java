package org.kpisuite.domain.access;

/** What a token may be used for, within the roles of its person. A token that signs lives at most 15 minutes. */
public enum Scope {
    READ,
    IMPORT,
    PLAN,
    SIGN
}
