package org.switchroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Somebody without a mouse: walks from one thing to the next, and uses what has the focus. */
final class Keyboard {
    private static final int MOST_STEPS = 200;
    private final Page page;

    Keyboard(Page page) {
        this.page = page;
        page.onFileChooser(
                chooser -> {}); // from the beginning: asked for with the key, it is sometimes too late, and the browser
        // opens a dialogue of its own
    }

    /** Goes forward until this has the focus. */
    void walkTo(Locator wanted) {
        walk(wanted, "Tab");
    }

    /** Goes back, as somebody does who looks for something above. */
    void walkBackTo(Locator wanted) {
        walk(wanted, "Shift+Tab");
    }

    private void walk(Locator wanted, String step) {
        wanted.waitFor();
        for (int i = 0; i < MOST_STEPS; i++) {
            if (hasFocus(wanted)) {
                return;
            }
            page.keyboard().press(step);
        }
        throw new AssertionError("no way by keyboard to " + wanted);
    }

    boolean hasFocus(Locator wanted) {
        return (boolean) wanted.evaluate("it => it === document.activeElement");
    }

    /** Walks to a button or a link and presses it. */
    void press(Locator wanted) {
        walkTo(wanted);
        page.keyboard().press("Enter");
    }

    /** Walks to a box or a switch and turns it over. */
    void turn(Locator wanted) {
        walkTo(wanted);
        page.keyboard().press("Space");
    }

    /** Walks to a field and types this in the place of what stands in it. */
    void type(Locator field, String text) {
        walkTo(field);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    /** Walks to a list and chooses by the first letters, as lists are chosen from without opening them. */
    void choose(Locator list, String firstLetters, String value) {
        walkTo(list);
        page.keyboard().type(firstLetters);
        assertThat(list).hasValue(value);
    }

    /** Walks to a field for a file and opens the system's own dialogue, which gives it this file. */
    void give(Locator field, Path file) {
        walkTo(field);
        FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Enter"));
        chooser.setFiles(file);
    }
}
