package org.switchroom.demo;

import java.util.List;

/**
 * A town with telephone numbers that are kept free for fiction.
 *
 * @param area which lists take their leads from here
 * @param postCode whole, or in the United States its first three digits
 * @param prefix how each number begins, with the country code
 * @param first the digits behind it, of the first number
 */
record Place(String area, String city, String state, String postCode, String prefix, String first) {

    static List<Place> all() {
        return Resources.lines("places.txt").map(Place::read).toList();
    }

    static List<Place> of(String area) {
        return all().stream().filter(place -> place.area().equals(area)).toList();
    }

    /** One of its numbers in E.164 without the plus. */
    String number(int index) {
        int digits = first.length();
        return prefix + String.format("%0" + digits + "d", Integer.parseInt(first) + index);
    }

    /** So that not everybody of a town lives behind the same letterbox. */
    String postCode(int index) {
        return state.length() == 2 ? postCode + "%02d".formatted(1 + index % 60) : postCode;
    }

    private static Place read(String line) {
        String[] parts = line.split(";", -1);
        return new Place(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }
}
