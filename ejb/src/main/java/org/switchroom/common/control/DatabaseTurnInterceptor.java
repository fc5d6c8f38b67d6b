package org.switchroom.common.control;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets a call wait for its turn, and refuses it when the request it belongs to has waited long enough. */
@DatabaseTurn
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class DatabaseTurnInterceptor {
    @Inject
    private DatabaseTurns turns;

    @Inject
    private RequestPatience patience;

    @AroundInvoke
    Object inTurn(InvocationContext call) throws Exception {
        return turns.take(patience.leftNanos(), call::proceed);
    }
}
