/** The sign-in that an operation of an OpenAPI document asks for, written where it is called. */
import type { SecurityScheme } from '../../apis/document.ts';
import { addPairs } from '../../syntax/edit.ts';
import { type Edit, pairOf } from '../../syntax/node.ts';
import type { Plain } from '../../syntax/value.ts';
import { createComponent } from '../../workflow/rules/create.ts';
import { apiWordAt } from '../apis/call-at.ts';
import { apiOf, operationOf } from '../../workspace/api-call.ts';
import type { Refactoring, Site } from './refactoring.ts';

type Written = Readonly<Record<string, Plain>>;

/** How a scheme is written, with what its secret is called; undefined for what cannot be said of it, or in a workflow. */
const forms: Readonly<Record<SecurityScheme['type'], (scheme: SecurityScheme, secret: string) => Written | undefined>> = {
  basic: (_, secret) => ({ basic: { use: secret } }),
  digest: (_, secret) => ({ digest: { use: secret } }),
  bearer: (_, secret) => ({ bearer: { use: secret } }),
  oauth2(scheme, secret) {
    const url = urlOf(scheme.address);
    if (!url) return undefined;
    const endpoints: Written = url.pathname === usualPath ? {} : { endpoints: { token: url.pathname } };
    return { oauth2: { authority: url.origin, ...client(scheme, secret), ...endpoints } };
  },
  openIdConnect(scheme, secret) {
    const url = urlOf(scheme.address);
    return (
      url && {
        oidc: { authority: url.href.replace(/\/?\.well-known\/openid-configuration$/, '').replace(/\/$/, ''), ...client(scheme, secret) },
      }
    );
  },
  other: () => undefined,
};

/** Where tokens are requested at an authority unless something else is said. */
const usualPath = '/oauth2/token';

const urlOf = (address: string | undefined): URL | undefined =>
  address !== undefined && /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : undefined;

const client = ({ scopes }: SecurityScheme, secret: string): Written => ({
  grant: 'client_credentials',
  client: { id: `\${ $secrets.${secret}.id }`, secret: `\${ $secrets.${secret}.secret }` },
  ...(scopes ? { scopes: [...scopes] } : {}),
});

/** A name that an expression can read without quotes. */
const secretFor = (name: string): string => {
  const words = name.replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  return /^[A-Za-z_]/.test(words) ? words : `secret${words}`;
};

/** *Add authentication of "showPet" (basic)*: for each way to sign in that a workflow can take, with its secret declared. */
export function authentication({ workspace, doc, model, stretch }: Site): Refactoring[] {
  const word = apiWordAt(workspace, doc, stretch.start);
  const api = word && apiOf(word.call, word.facts);
  const operation = api && operationOf(word.call, api);
  if (!operation || pairOf(word.call.body, 'authentication')) return [];
  return operation.security.flatMap((scheme) => {
    const secret = secretFor(scheme.name);
    const value = forms[scheme.type](scheme, secret);
    if (!value) return [];
    const declared: readonly Edit[] = model.symbols.get('secret', secret)
      ? []
      : (createComponent(doc.tree, model, 'secret', secret, false)[0]?.edits ?? []);
    const edits = [...declared, ...addPairs(doc.tree, word.call.body, [['authentication', value]])];
    return [{ title: `Add authentication of "${operation.name}" (${Object.keys(value)[0]})`, kind: 'refactor.rewrite' as const, edits }];
  });
}
