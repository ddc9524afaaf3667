/** Files of other tools, as people have them beside workflows. */
export const foreign: readonly { readonly name: string; readonly languageId: string; readonly text: string }[] = [
  {
    name: 'compose file',
    languageId: 'yaml',
    text: 'services:\n  web:\n    image: nginx:1.27\n    depends_on: [db]\n    environment:\n      MODE: document\n  db:\n    image: postgres\nvolumes:\n  data: {}\n',
  },
  {
    name: 'Kubernetes manifests',
    languageId: 'yaml',
    text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: flow\ndata:\n  flow.yaml: |\n    document:\n      dsl: 1.0.0\n    do:\n      - a:\n          set: {}\n',
  },
  {
    name: 'GitHub workflow',
    languageId: 'yaml',
    text: 'name: CI\non:\n  push:\n    branches: [main]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: npm test\n',
  },
  {
    name: 'OpenAPI document',
    languageId: 'yaml',
    text: 'openapi: 3.1.0\ninfo:\n  title: Shop\n  version: 1.0.0\npaths:\n  /document:\n    get:\n      operationId: document\n      responses:\n        "200": { description: ok }\n',
  },
  {
    name: 'Arazzo document',
    languageId: 'yaml',
    text: 'arazzo: 1.0.0\ninfo:\n  title: Buy\n  version: 1.0.0\nsourceDescriptions:\n  - name: shop\n    url: ./shop.yaml\n    type: openapi\nworkflows:\n  - workflowId: buy\n    steps:\n      - stepId: pay\n        operationId: pay\n',
  },
  {
    name: 'Step Functions in YAML',
    languageId: 'yaml',
    text: 'Comment: A machine\nStartAt: First\nStates:\n  First:\n    Type: Pass\n    End: true\n',
  },
  {
    name: 'Step Functions',
    languageId: 'json',
    text: '{"Comment": "A machine", "StartAt": "First", "States": {"First": {"Type": "Pass", "End": true}}}',
  },
  {
    name: 'package.json',
    languageId: 'json',
    text: '{"name": "x", "version": "1.0.0", "scripts": {"do": "node do.js"}, "dependencies": {"cloudevents": "^8.0.0"}}',
  },
  {
    name: 'tsconfig.json',
    languageId: 'jsonc',
    text: '{\n  // for the server\n  "compilerOptions": { "strict": true, "lib": ["ES2023"], },\n  "include": ["src"]\n}',
  },
  { name: 'list of states', languageId: 'yaml', text: '- states: [Bavaria]\n- document: x\n' },
  { name: 'settings', languageId: 'jsonc', text: '{ "editor.formatOnSave": true, "yaml.schemas": {} }' },
];
