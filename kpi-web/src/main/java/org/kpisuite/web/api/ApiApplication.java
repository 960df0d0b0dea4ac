package org.kpisuite.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything for scripts and other programs is below {@code /api}. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
