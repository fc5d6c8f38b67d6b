package org.switchroom.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Error lines of the server's log that a test class brings about on purpose. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AllowsErrors {
    /** Regular expression that is found in such a line. */
    String value();
}
