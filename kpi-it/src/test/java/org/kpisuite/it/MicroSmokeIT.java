package org.kpisuite.it;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** The jar, on Payara Micro. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("both-databases")
class MicroSmokeIT extends SmokeTests {

    @Override
    protected ApiClient api() {
        return RunningSuite.shared().api();
    }
}
