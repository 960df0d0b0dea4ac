package org.kpisuite.web.sample;

/** The reason why the demo cannot go on. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String reason) {
        super(reason);
    }

    DemoFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
