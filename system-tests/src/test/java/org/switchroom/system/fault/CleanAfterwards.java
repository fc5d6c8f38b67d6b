package org.switchroom.system.fault;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.switchroom.system.PostConditions;

/** Whatever a fault did, all is as it was when its test is over. A test that failed is not judged again. */
final class CleanAfterwards implements BeforeEachCallback, AfterEachCallback {
    private PostConditions before;

    @Override
    public void beforeEach(ExtensionContext context) {
        Rig.of(context);
        before = PostConditions.now();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isEmpty()) {
            Fault fault = context.getRequiredTestClass().getAnnotation(Fault.class);
            before.hold(fault.errors());
        }
    }
}
