package org.kpisuite.ejb.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;

/** Reads the settings that can be wrong once at the start, so that a wrong one stops it and not the first request. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
public class SettingsAtStart {
    @Inject
    private Settings settings;

    @Inject
    private SettingHistory history;

    @Inject
    private Clock clock;

    @PostConstruct
    void check() {
        settings.company();
        settings.look();
        settings.isWarmedUp();
        history.record(clock.instant());
    }
}
