package org.switchroom.web.api;

/** Ids and words for what JAX-RS refuses by itself. */
final class JaxRsProblem {
    private JaxRsProblem() {}

    static String id(int status) {
        return switch (status) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 415 -> "unsupported-media-type";
            default -> "bad-request";
        };
    }

    static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "The header Allow says which methods this path has.";
            case 406 -> "This path can't answer in a type that the header Accept asks for.";
            case 415 -> "A body must be application/json.";
            default -> "The request can't be read.";
        };
    }
}
