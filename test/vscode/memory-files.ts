/** A virtual file system with files and no folders. */
import * as vscode from 'vscode';

export function memoryFiles(): vscode.FileSystemProvider {
  const files = new Map<string, Uint8Array>();
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const nothing = () => undefined;
  const found = (uri: vscode.Uri) => {
    const content = files.get(uri.path);
    if (!content) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  };
  return {
    onDidChangeFile: changes.event,
    watch: () => ({ dispose: nothing }),
    stat: (uri) => {
      if ([...files.keys()].some((path) => path.startsWith(`${uri.path.replace(/\/$/, '')}/`)))
        return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: found(uri).length };
    },
    readDirectory: () => [],
    createDirectory: nothing,
    readFile: found,
    writeFile: (uri, content) => void files.set(uri.path, content),
    delete: (uri) => void files.delete(uri.path),
    rename: nothing,
  };
}
