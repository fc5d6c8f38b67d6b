package org.switchroom.web.api.body;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.switchroom.queue.entity.ActionRequest;

/** An action that a client submits. Its headers go on as the text that they were, so that the queue's rules see what the client wrote. */
public final class ActionBody {
    public static final String KEY_HEADER = "Idempotency-Key";

    private static final Set<String> FIELDS =
            Set.of("server_name", "action", "headers", "priority", "not_before", "expires_at", "idempotency_key");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private ActionBody() {}

    /**
     * @param keys values of the header {@value #KEY_HEADER}
     * @throws BodyRefusedException naming the field that is not as it should be
     */
    public static ActionRequest read(String text, List<String> keys) {
        JsonBody body = JsonBody.read(text, FIELDS);
        return new ActionRequest(
                body.needString("server_name"),
                body.needString("action"),
                body.needObjectText("headers"),
                body.wholeNumber("priority").orElse(null),
                body.time("not_before").orElse(null),
                body.time("expires_at").orElse(null),
                key(keys, body.string("idempotency_key")));
    }

    private static String key(List<String> headers, Optional<String> field) {
        Set<String> keys = new LinkedHashSet<>(headers);
        field.ifPresent(keys::add);
        if (keys.size() > 1) {
            throw new BodyRefusedException(KEY_HEADER, "Two different idempotency keys are given.");
        }
        for (String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw new BodyRefusedException(
                        KEY_HEADER, "An idempotency key has 1 to 128 visible ASCII characters and no space.");
            }
        }
        return keys.stream().findFirst().orElse(null);
    }
}
