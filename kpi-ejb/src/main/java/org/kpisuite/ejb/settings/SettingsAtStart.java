package org.kpisuite.ejb.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Reads the settings that can be wrong once at the start, so that a wrong one stops it and not the first request. */
@Singleton
@Startup
@PermitAll
public class SettingsAtStart {
    @Inject
    private Settings settings;

    @PostConstruct
    void check() {
        settings.zone();
        settings.rules();
    }
}
