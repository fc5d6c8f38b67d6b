package org.switchroom.system.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that breaks something on purpose. Each of its tests leaves a line in the table of faults, and nothing else behind. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("fault")
@ExtendWith({FaultTable.class, CleanAfterwards.class})
@interface Fault {
    /** For example {@code F4}. */
    String number();

    /** What must hold in spite of it. */
    String property();

    /** The figure promised, for example {@code clean < 15 s}. */
    String promised();

    /** Lines of level ERROR that the fault itself causes: a regular expression. */
    String errors() default "";
}
