import '../../components/style/tokens.css';
import '../../components/style/base.css';
import '../../components/style/controls.css';
import '../../components/welcome/welcome.css';
import { render } from 'preact';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { speak } from '../../components/words.ts';

speak();
const root = document.getElementById('app');
if (root) render(<Welcome />, root);
