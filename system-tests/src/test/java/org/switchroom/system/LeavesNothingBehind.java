package org.switchroom.system;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The {@link PostConditions} after each test class, whatever it did. */
public final class LeavesNothingBehind implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {
    private final String errors;
    private PostConditions before;

    LeavesNothingBehind() {
        this("");
    }

    private LeavesNothingBehind(String errors) {
        this.errors = errors;
    }

    /** For tests that break something on purpose: lines of level ERROR that are to be expected. */
    static LeavesNothingBehind but(String errors) {
        return new LeavesNothingBehind(errors);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        before = PostConditions.now();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            before.forgetErrors();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        before.hold(errors);
    }
}
