package org.switchroom.web.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchroom.common.Quoted;
import org.switchroom.common.SituationException;

/** What the path names is not there. */
final class NotThereException extends SituationException {
    NotThereException(String what) {
        super("not-found", "There is no " + what + ".");
    }

    /** None of the kinds that a path can name. */
    static NotThereException kind(String path, Stream<String> kinds) {
        return new NotThereException(
                "kind %s; there are %s".formatted(Quoted.text(path), kinds.collect(Collectors.joining(", "))));
    }
}
