package org.switchroom.endpoint.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a technology by Asterisk's spelling. A spelling that is not known reads as null: such a row can't be dialled. */
@Converter
public class TechnologyConverter implements AttributeConverter<Technology, String> {

    @Override
    public String convertToDatabaseColumn(Technology technology) {
        return technology == null ? null : technology.spelling();
    }

    @Override
    public Technology convertToEntityAttribute(String spelling) {
        return spelling == null ? null : Technology.spelled(spelling).orElse(null);
    }
}
