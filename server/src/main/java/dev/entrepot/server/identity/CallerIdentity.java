package dev.entrepot.server.identity;

import dev.entrepot.server.identity.contract.AWSSecurityTokenServiceV20110615;
import dev.entrepot.server.identity.contract.AWSSecurityTokenServiceV20110615Handler;
import dev.entrepot.server.identity.contract.GetCallerIdentityRequest;
import dev.entrepot.server.identity.contract.GetCallerIdentityResponse;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.protocol.AwsQuery;
import dev.entrepot.wire.protocol.StandardEnvelope;
import dev.entrepot.wire.service.BodyLimits;
import dev.entrepot.wire.service.QueryErrorSpelling;
import dev.entrepot.wire.service.RequestContext;
import dev.entrepot.wire.service.ServiceEndpoint;

/**
 * Answers with the caller's account. Its key pairs are all the account's own, so each is named as AWS names an account's root user: as on
 * AWS, nobody is denied.
 */
public final class CallerIdentity implements AWSSecurityTokenServiceV20110615Handler {
    private static final BodyLimits BODIES = BodyLimits.of(BodyLimit.mebibytes(1));

    private CallerIdentity() {}

    public static Endpoint endpoint(Authenticator authenticator) {
        return new ServiceEndpoint(
                new AwsQuery(AWSSecurityTokenServiceV20110615.SERVICE, QueryFlavour.STANDARD, new StandardEnvelope()),
                new QueryErrorSpelling(),
                SignatureRules.version4(AWSSecurityTokenServiceV20110615.SERVICE.signingName()),
                authenticator,
                BODIES,
                new CallerIdentity().operations());
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest input, RequestContext context) {
        String account = context.caller().account();
        return GetCallerIdentityResponse.builder()
                .account(account)
                .userId(account)
                .arn("arn:aws:iam::" + account + ":root")
                .build();
    }
}
