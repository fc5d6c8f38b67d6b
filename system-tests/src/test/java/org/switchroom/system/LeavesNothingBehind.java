package org.switchroom.system;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The {@link PostConditions} after each test class, whatever it did. */
final class LeavesNothingBehind implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {
    private PostConditions before;

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
        before.hold("");
    }
}
