package org.switchroom.web.api;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.switchroom.web.api.json.JsonFields;

/**
 * A page of a list: {@code limit} elements at most, and {@code next} where there are more: the key after which the next page begins.
 *
 * @param next null on the last page
 */
record Page<T>(List<T> elements, String next) {
    static final int MOST = 500;
    private static final int USUAL = 50;

    /** How many the query wants, 1 to 500, usually 50. */
    static int limit(QueryParameters query) {
        return query.number("limit", 1, MOST, USUAL);
    }

    /** Reads one more than are shown, to see whether there are more. */
    static <T> Page<T> read(int limit, IntFunction<List<T>> rows, Function<T, String> key) {
        List<T> found = rows.apply(limit + 1);
        List<T> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(shown, found.size() > limit ? key.apply(shown.get(limit - 1)) : null);
    }

    String json(String name, BiConsumer<T, JsonFields> fields) {
        return JsonFields.text(json -> json.array(name, elements, fields).field("next", next));
    }
}
