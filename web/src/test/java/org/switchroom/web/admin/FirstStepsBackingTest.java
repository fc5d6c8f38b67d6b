package org.switchroom.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchroom.setup.entity.FirstStep;
import org.switchroom.web.Sources;
import org.switchroom.web.support.Texts;

/** Each step says why, and leads to a page that is there. */
class FirstStepsBackingTest {
    @Test
    void eachStepLeadsToAPage() {
        List<String> missing = Arrays.stream(FirstStep.values())
                .map(FirstStepsBacking::page)
                .filter(page -> !Files.exists(Sources.WEBAPP.resolve(page.substring(1))))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void eachStepHasItsTexts() {
        ResourceBundle texts = Texts.of(Texts.MESSAGES, Locale.ENGLISH);
        List<String> missing = Arrays.stream(FirstStep.values())
                .map(step -> "firstSteps." + step.name().toLowerCase(Locale.ROOT))
                .flatMap(key -> Stream.of(key, key + ".why", key + ".go"))
                .filter(key -> !texts.containsKey(key))
                .toList();

        assertEquals(List.of(), missing);
    }
}
