package org.switchroom.web.support;

import java.util.regex.Pattern;

/** Where a sign-in may lead: one of our own pages and nowhere else. */
public final class SignInTarget {
    private static final Pattern OWN_PAGE =
            Pattern.compile("/(?:[a-z][a-z-]*/)*[a-z][a-z-]*\\.xhtml(?:\\?[A-Za-z0-9=&._%+-]*)?");
    private static final String START = "/index.xhtml";

    private SignInTarget() {}

    /** The page that was asked for, or the start page when it is none of ours. */
    public static String asked(String path) {
        boolean ours = path != null && OWN_PAGE.matcher(path).matches() && !path.startsWith("/sign-in");
        return ours && !path.startsWith("/error/") ? path : START;
    }
}
