package org.switchroom.bench.day;

import java.util.Map;

/** One row that somebody wants in the queue. */
record Demand(String key, String server, String action, Map<String, String> headers) {

    /** As a JSON object; the values hold nothing that JSON would have to escape. */
    String headersAsJson() {
        StringBuilder json = new StringBuilder("{");
        headers.forEach((name, value) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
        return json.append('}').toString();
    }
}
