package org.switchroom.web.api;

import static org.switchroom.web.api.OpenApiTest.assertSchema;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchroom.user.boundary.PersonalRecord;
import org.switchroom.user.boundary.TokenBook;
import org.switchroom.user.entity.ApiToken;
import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.PersonRights;
import org.switchroom.user.entity.SessionOrigin;
import org.switchroom.user.entity.SignInRules;
import org.switchroom.user.entity.TokenScope;
import org.switchroom.user.entity.TokenSettings;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.UserGroup;
import org.switchroom.user.entity.UserSession;
import org.switchroom.web.api.json.PersonJson;
import org.switchroom.web.api.json.TokenJson;
import org.switchroom.web.api.json.UserJson;

class PeopleSchemasTest {
    private static final GroupSettings NO_RIGHTS = PersonRights.NONE.settings();
    private static final UserAccount ACCOUNT = new UserAccount("a", "A", "-", Set.of(), Instant.EPOCH);
    private static final ApiToken TOKEN =
            new ApiToken(ACCOUNT, new TokenSettings("l", TokenScope.EVERYTHING, null), "-", Instant.EPOCH);

    @Test
    void schemasOfPeopleHaveTheNamesOfTheRepresentations() {
        assertSchema("User", json -> UserJson.write(ACCOUNT, json));
        assertSchema("Group", json -> UserJson.write(new UserGroup("g", NO_RIGHTS, Instant.EPOCH), json));
        assertSchema("Session", json -> UserJson.write(session(), json));
        assertSchema("SignInRules", json -> UserJson.write(SignInRules.DEFAULT, json));
        assertSchema("Rights", json -> UserJson.write(PersonRights.NONE, json));
    }

    @Test
    void schemasOfTokensHaveTheNamesOfTheRepresentations() {
        assertSchema("Token", json -> TokenJson.write(TOKEN, json));
        assertSchema("IssuedToken", json -> TokenJson.write(new TokenBook.Issued(TOKEN, "s"), json));
    }

    @Test
    void whatIsKeptOfAPersonHasTheNamesOfItsSchema() {
        PersonalRecord.Kept kept =
                new PersonalRecord.Kept(ACCOUNT, List.of(session()), List.of(TOKEN), List.of(), List.of());

        assertSchema("PersonalData", json -> PersonJson.write(kept, List.of(), Instant.EPOCH, json));
    }

    private static UserSession session() {
        return new UserSession(ACCOUNT, new SessionOrigin("-", "n", Optional.empty(), Optional.empty()), Instant.EPOCH);
    }
}
