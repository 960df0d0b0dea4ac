package org.kpisuite.domain.access;

/** The seven roles (domain specification §4.2). ADMIN is technical and reads no figures. */
public enum Role {
    ADMIN,
    AUTHOR,
    HEAD,
    CONTROLLER,
    APPROVER,
    VIEWER,
    AUDITOR;

    /** Whether it may read figures of its units. */
    public boolean readsFigures() {
        return this != ADMIN;
    }
}
