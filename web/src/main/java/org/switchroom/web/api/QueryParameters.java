package org.switchroom.web.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.switchroom.common.Quoted;
import org.switchroom.web.api.body.BodyRefusedException;

/** The parameters of a query, read as strictly as a body: none unknown, none twice, none empty. */
final class QueryParameters {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int LONGEST = 256;

    private final Map<String, List<String>> given;

    /** @throws BodyRefusedException naming the parameter that is not as it should be */
    QueryParameters(MultivaluedMap<String, String> given, Set<String> known) {
        this.given = given;
        given.forEach((name, values) -> check(name, values, known));
    }

    private static void check(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            throw new BodyRefusedException("query", "There is no parameter %s.".formatted(Quoted.text(name)));
        }
        if (values.size() != 1) {
            throw new BodyRefusedException(name, "This parameter is given twice.");
        }
        String value = values.get(0);
        if (value.isBlank() || value.length() > LONGEST) {
            throw new BodyRefusedException(name, "This parameter must have 1 to %d characters.".formatted(LONGEST));
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(values -> values.get(0));
    }

    /** @param most the greatest value that is taken */
    int number(String name, int least, int most, int otherwise) {
        return text(name).map(text -> number(name, text, least, most)).orElse(otherwise);
    }

    private static int number(String name, String text, int least, int most) {
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BodyRefusedException(name, "This must be a whole number from %d to %d.".formatted(least, most));
    }

    Optional<Boolean> truth(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BodyRefusedException(name, "This must be true or false.");
        });
    }

    <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        return text(name)
                .map(text -> Arrays.stream(words.getEnumConstants())
                        .filter(word -> word.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new BodyRefusedException(
                                name, "This must be one of %s.".formatted(Arrays.toString(words.getEnumConstants())))));
    }
}
