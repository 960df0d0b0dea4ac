package org.kpisuite.it.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kpisuite.it.SmokeTests;
import org.kpisuite.it.suite.ApiClient;

/** The EAR, on Payara Server. */
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
class FullServerSmokeIT extends SmokeTests {

    private static FullServer server;

    @BeforeAll
    static void start() {
        server = FullServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ApiClient api() {
        return server.api();
    }
}
