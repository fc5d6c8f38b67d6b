package org.switchroom.endpoint.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a kind by its name. A name that is not known reads as null: such a row can't be dialled. */
@Converter
public class EndpointKindConverter implements AttributeConverter<EndpointKind, String> {

    @Override
    public String convertToDatabaseColumn(EndpointKind kind) {
        return kind == null ? null : kind.name();
    }

    @Override
    public EndpointKind convertToEntityAttribute(String spelling) {
        return spelling == null ? null : EndpointKind.spelled(spelling).orElse(null);
    }
}
