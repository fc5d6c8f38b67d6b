package org.switchroom.queue.catalogue;

/** Case of names on the wire: only ASCII letters have one, so that no letter of another script is taken for one of ours. */
final class AsciiCase {

    private AsciiCase() {}

    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + 'a' - 'A'));
            }
        }
        return folded.toString();
    }
}
