package org.switchroom.queue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionCatalogueTest {
    private static final Set<String> MAY_REPEAT = Set.of(
            "Hangup",
            "ConfbridgeMute",
            "ConfbridgeUnmute",
            "ConfbridgeLock",
            "ConfbridgeUnlock",
            "ConfbridgeList",
            "QueuePause",
            "Ping",
            "CoreShowChannels",
            "Status",
            "SwitchroomCancel");

    static Stream<ActionSpec> actions() {
        return ActionCatalogue.all().stream();
    }

    @Test
    void holdsExactlyTheActionsThatMayComeFromOutside() {
        Set<String> expected = new TreeSet<>(Set.of(
                "Originate",
                "Hangup",
                "Redirect",
                "Atxfer",
                "CancelAtxfer",
                "BlindTransfer",
                "Park",
                "PlayDTMF",
                "Setvar",
                "ConfbridgeKick",
                "ConfbridgeMute",
                "ConfbridgeUnmute",
                "ConfbridgeLock",
                "ConfbridgeUnlock",
                "ConfbridgeList",
                "QueueAdd",
                "QueueRemove",
                "QueuePause",
                "Ping",
                "CoreShowChannels",
                "Status",
                "SwitchroomCancel"));

        assertEquals(expected, actions().map(ActionSpec::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void findsAnActionInAnyCase(ActionSpec action) {
        assertSame(action, ActionCatalogue.find(action.name().toUpperCase(Locale.ROOT)));
        assertSame(action, ActionCatalogue.find(action.name().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void neverOffersWhatSwitchroomGivesItself(ActionSpec action) {
        for (String name :
                Set.of("Action", "ActionID", "Async", "ChannelId", "OtherChannelId", "Application", "Data")) {
            assertTrue(action.header(name).isEmpty(), name);
            assertTrue(RefusalWords.ofHeader(name).isPresent(), name);
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void saysWhatMayBeDoneTwice(ActionSpec action) {
        assertEquals(MAY_REPEAT.contains(action.name()), action.idempotent());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void needsNoClassThatTheCommandUserMustNotHold(ActionSpec action) {
        assertFalse(action.classes().equals(Set.of(AmiClass.SYSTEM)));
        assertEquals(action.name().startsWith("Queue"), action.classes().contains(AmiClass.AGENT));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void asksForEachMandatoryHeader(ActionSpec action) {
        ActionValidation validation = ExampleHouse.validation();

        boolean mandatory = action.headers().stream().anyMatch(HeaderSpec::mandatory);
        Submission empty = Submission.foreign("pbx1", action.name(), "{}");

        if (mandatory) {
            assertEquals(
                    RefusalRule.HEADER_MISSING,
                    assertThrows(ActionRefusedException.class, () -> validation.validate(empty))
                            .rule());
        } else {
            assertTrue(validation.validate(empty).headers().isEmpty());
        }
    }

    @Test
    void repeatsOnlyVariables() {
        assertEquals(
                Set.of("Originate.Variable"),
                actions()
                        .flatMap(a -> a.headers().stream()
                                .filter(HeaderSpec::repeatable)
                                .map(h -> a.name() + "." + h.name()))
                        .collect(Collectors.toSet()));
    }
}
