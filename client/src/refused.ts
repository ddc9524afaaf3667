/** Why a light bulb that was taken did nothing. VS Code asks for its edits, and keeps the server's reason for giving none to itself. */
import { window } from 'vscode';
import { LSPErrorCodes, ResponseError, type CodeActionMiddleware } from 'vscode-languageclient';

export const sayWhyNot: CodeActionMiddleware['resolveCodeAction'] = async (action, token, next) => {
  try {
    return await next(action, token);
  } catch (reason) {
    if (!(reason instanceof ResponseError) || reason.code !== LSPErrorCodes.RequestFailed) throw reason;
    void window.showInformationMessage(reason.message);
    return action;
  }
};
